/// Checks of the demo, played against a stand-in for the server.
@NullMarked
package com.crmres.simulator.demo;

import org.jspecify.annotations.NullMarked;
