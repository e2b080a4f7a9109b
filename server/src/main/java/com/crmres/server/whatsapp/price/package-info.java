/// What WhatsApp's messages cost: each counted once, estimated from rates that are data.
@NullMarked
package com.crmres.server.whatsapp.price;

import org.jspecify.annotations.NullMarked;
