/// Deliveries of WhatsApp in: kept, taken apart, carried out in order per customer.
@NullMarked
package com.crmres.server.whatsapp.webhook;

import org.jspecify.annotations.NullMarked;
