/// The JSON that WhatsApp sends to a webhook, built field for field.
@NullMarked
package com.crmres.simulator.payload;

import org.jspecify.annotations.NullMarked;
