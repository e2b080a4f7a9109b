/// Beside the thread: what happened in the conversation besides what was said.
@NullMarked
package com.crmres.desktop.history;

import org.jspecify.annotations.NullMarked;
