/// How long the embedded mind reads a turn, as menus grow.
@NullMarked
package com.crmres.bench.mind;

import org.jspecify.annotations.NullMarked;
