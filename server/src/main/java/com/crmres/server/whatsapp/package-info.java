/// WhatsApp's Cloud API: deliveries in, messages out, each exactly once.
@NullMarked
package com.crmres.server.whatsapp;

import org.jspecify.annotations.NullMarked;
