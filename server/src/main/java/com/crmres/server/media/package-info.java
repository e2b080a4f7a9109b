/// Files of messages: what is known of them, where their bytes lie, and how they are read and
/// uploaded. Knows neither WhatsApp nor conversations.
@NullMarked
package com.crmres.server.media;

import org.jspecify.annotations.NullMarked;
