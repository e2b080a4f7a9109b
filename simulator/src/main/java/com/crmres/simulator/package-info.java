/// WhatsApp, OpenRouter and their customers in one box, to be driven by tests, benchmarks and the
/// demo.
@NullMarked
package com.crmres.simulator;

import org.jspecify.annotations.NullMarked;
