/// What the assistant remembers of customers and conversations, and what people are told when it
/// hands over.
@NullMarked
package com.crmres.server.assistant.memory;

import org.jspecify.annotations.NullMarked;
