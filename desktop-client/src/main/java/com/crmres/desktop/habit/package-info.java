/// What the program remembers of each person on this machine.
@NullMarked
package com.crmres.desktop.habit;

import org.jspecify.annotations.NullMarked;
