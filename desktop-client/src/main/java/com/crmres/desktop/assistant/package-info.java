/// How the assistant is set up: its manner, how far it may go, what it costs, what was corrected.
@NullMarked
package com.crmres.desktop.assistant;

import org.jspecify.annotations.NullMarked;
