/// One order's whole way, through everything that is real.
@NullMarked
package com.crmres.bench.journey;

import org.jspecify.annotations.NullMarked;
