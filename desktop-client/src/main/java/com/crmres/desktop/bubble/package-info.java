/// What a bubble of the thread shows: every kind of message as what it is, and what hangs on it.
@NullMarked
package com.crmres.desktop.bubble;

import org.jspecify.annotations.NullMarked;
