/// The stations of a branch's kitchen, and which of them makes what.
@NullMarked
package com.crmres.server.kitchen.station;

import org.jspecify.annotations.NullMarked;
