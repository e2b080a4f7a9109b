/// A restaurant for trials: a real server, customers who write, an owner at the REST interface.
@NullMarked
package com.crmres.bench.shop;

import org.jspecify.annotations.NullMarked;
