/// Conversations and messages as the screens see them.
@NullMarked
package com.crmres.common.conversation;

import org.jspecify.annotations.NullMarked;
