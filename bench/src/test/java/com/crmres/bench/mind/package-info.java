/// Trials of how the embedded mind's work grows with the menu.
@NullMarked
package com.crmres.bench.mind;

import org.jspecify.annotations.NullMarked;
