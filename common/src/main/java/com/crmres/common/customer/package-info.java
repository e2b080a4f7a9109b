/// Customers and their phone numbers as the screens see them.
@NullMarked
package com.crmres.common.customer;

import org.jspecify.annotations.NullMarked;
