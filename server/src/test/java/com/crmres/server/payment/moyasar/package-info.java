/// Tests of the way to Moyasar.
@NullMarked
package com.crmres.server.payment.moyasar;

import org.jspecify.annotations.NullMarked;
