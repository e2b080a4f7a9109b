/// Tills, with everything real but the till.
@NullMarked
package com.crmres.bench.pos;

import org.jspecify.annotations.NullMarked;
