/// What placing an order costs, and how fast lists are, on a restaurant with years behind it.
@NullMarked
package com.crmres.bench.orders;

import org.jspecify.annotations.NullMarked;
