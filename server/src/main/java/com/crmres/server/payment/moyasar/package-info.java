/// Payment links of Moyasar.
@NullMarked
package com.crmres.server.payment.moyasar;

import org.jspecify.annotations.NullMarked;
