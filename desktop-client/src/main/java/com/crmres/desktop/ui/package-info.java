/// Our own small controls, the look, and what every view shares.
@NullMarked
package com.crmres.desktop.ui;

import org.jspecify.annotations.NullMarked;
