/// What managers must know of their WhatsApp channel.
@NullMarked
package com.crmres.server.whatsapp.notice;

import org.jspecify.annotations.NullMarked;
