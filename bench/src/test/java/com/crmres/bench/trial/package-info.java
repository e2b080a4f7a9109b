/// The trials that every build runs.
@NullMarked
package com.crmres.bench.trial;

import org.jspecify.annotations.NullMarked;
