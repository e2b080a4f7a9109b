/// Tests of payments.
@NullMarked
package com.crmres.server.payment;

import org.jspecify.annotations.NullMarked;
