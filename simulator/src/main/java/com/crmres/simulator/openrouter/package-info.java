/// OpenRouter on loopback: its answers, its faults and models that answer by script, by sense or by
/// malice.
@NullMarked
package com.crmres.simulator.openrouter;

import org.jspecify.annotations.NullMarked;
