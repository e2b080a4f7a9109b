/// Carts, orders, and the rules that move them.
@NullMarked
package com.crmres.server.ordering;

import org.jspecify.annotations.NullMarked;
