/// The assistant as the screens see it: what it made of turns, what it suggests, what it may do.
@NullMarked
package com.crmres.common.assistant;

import org.jspecify.annotations.NullMarked;
