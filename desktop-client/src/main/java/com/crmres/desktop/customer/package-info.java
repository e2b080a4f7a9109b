/// Beside the thread: what is known of the customer.
@NullMarked
package com.crmres.desktop.customer;

import org.jspecify.annotations.NullMarked;
