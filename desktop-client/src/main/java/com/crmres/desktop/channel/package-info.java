/// What managers see of their WhatsApp channel: notices, and what stops the restaurant's messages.
@NullMarked
package com.crmres.desktop.channel;

import org.jspecify.annotations.NullMarked;
