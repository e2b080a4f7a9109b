/// Restaurants, their branches, opening hours and manner.
@NullMarked
package com.crmres.server.restaurant;

import org.jspecify.annotations.NullMarked;
