/// Conversations with customers: the list, the thread, the reply.
@NullMarked
package com.crmres.desktop.inbox;

import org.jspecify.annotations.NullMarked;
