/// Tests of the bench.
@NullMarked
package com.crmres.server.assistant.evaluation;

import org.jspecify.annotations.NullMarked;
