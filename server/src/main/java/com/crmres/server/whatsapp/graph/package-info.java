/// The way to WhatsApp's Graph API: one request, and what is known of it afterwards.
@NullMarked
package com.crmres.server.whatsapp.graph;

import org.jspecify.annotations.NullMarked;
