/// Serves customers by the rules: does what was proposed as far as it is allowed, and finds the
/// words to answer.
@NullMarked
package com.crmres.server.assistant.desk;

import org.jspecify.annotations.NullMarked;
