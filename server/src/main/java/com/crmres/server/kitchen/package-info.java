/// What each station makes of each order: given out with the order, moved line by line.
@NullMarked
package com.crmres.server.kitchen;

import org.jspecify.annotations.NullMarked;
