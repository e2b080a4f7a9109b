/// The desktop program of branch staff: starts, wires, opens the window.
@NullMarked
package com.crmres.desktop;

import org.jspecify.annotations.NullMarked;
