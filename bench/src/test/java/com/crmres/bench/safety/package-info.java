/// Trials of the assistant against a language model that does what it must not.
@NullMarked
package com.crmres.bench.safety;

import org.jspecify.annotations.NullMarked;
