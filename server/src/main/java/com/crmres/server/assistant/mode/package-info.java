/// How far the assistant may go by itself, and what people do with what it may not say alone.
@NullMarked
package com.crmres.server.assistant.mode;

import org.jspecify.annotations.NullMarked;
