/// Carts as people build and correct them for a customer, and confirm them in his name.
@NullMarked
package com.crmres.server.staffcart;

import org.jspecify.annotations.NullMarked;
