/// Conversations between customers and a restaurant: the only way to add a message.
@NullMarked
package com.crmres.server.conversation;

import org.jspecify.annotations.NullMarked;
