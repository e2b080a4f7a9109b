/// The kitchen's display: tickets of a station, or whole orders for the expediter.
@NullMarked
package com.crmres.desktop.kitchen;

import org.jspecify.annotations.NullMarked;
