/// Messages out to WhatsApp: paced, sent once, and every doubt settled.
@NullMarked
package com.crmres.server.whatsapp.outbox;

import org.jspecify.annotations.NullMarked;
