@NullMarked
package com.crmres.server.assistant.openrouter;

import org.jspecify.annotations.NullMarked;
