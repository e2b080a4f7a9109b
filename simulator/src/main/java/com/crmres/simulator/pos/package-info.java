/// Tills on loopback: Foodics by the shape of its API, with everything that goes wrong on the way,
/// and a sample receiver of our own webhook.
@NullMarked
package com.crmres.simulator.pos;

import org.jspecify.annotations.NullMarked;
