/// Tests of how customers say by which way they pay.
@NullMarked
package com.crmres.server.assistant.paying;

import org.jspecify.annotations.NullMarked;
