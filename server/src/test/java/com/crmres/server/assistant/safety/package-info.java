/// Tests of what watches over turns.
@NullMarked
package com.crmres.server.assistant.safety;

import org.jspecify.annotations.NullMarked;
