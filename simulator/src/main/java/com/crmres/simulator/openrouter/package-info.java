/// OpenRouter's chat completions on loopback, answered by a script.
@NullMarked
package com.crmres.simulator.openrouter;

import org.jspecify.annotations.NullMarked;
