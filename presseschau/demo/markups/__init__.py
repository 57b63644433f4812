"""The markups in which the demo site dresses its pages; each story names one."""
