/// Measurements and trials of the whole system, each with its own real processes.
@NullMarked
package com.crmres.bench;

import org.jspecify.annotations.NullMarked;
