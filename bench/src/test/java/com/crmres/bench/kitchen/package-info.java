/// Kitchens whose server dies.
@NullMarked
package com.crmres.bench.kitchen;

import org.jspecify.annotations.NullMarked;
