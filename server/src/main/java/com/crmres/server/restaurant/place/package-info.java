/// Where restaurants deliver to and at what fee, and what customers write when they mean a place.
@NullMarked
package com.crmres.server.restaurant.place;

import org.jspecify.annotations.NullMarked;
