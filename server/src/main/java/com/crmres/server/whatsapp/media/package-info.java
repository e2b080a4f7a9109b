/// Files between WhatsApp and the house: fetched while WhatsApp has them, handed over before they
/// are sent.
@NullMarked
package com.crmres.server.whatsapp.media;

import org.jspecify.annotations.NullMarked;
