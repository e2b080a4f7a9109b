/// Customers, known by any of their WhatsApp identifiers.
@NullMarked
package com.crmres.server.customer;

import org.jspecify.annotations.NullMarked;
